import { nearest } from './nearest.ts';

type Run = (args: string[]) => Promise<number>;

/** Each command is loaded only when it is called, so that every one starts fast. */
const commands: Record<string, { says: string; load: () => Promise<Run> }> = {
  import: { says: 'put a file of sales or events on the bus', load: async () => (await import('./import/command.ts')).runImport },
  recompute: { says: 'run the night now', load: async () => (await import('./recompute/command.ts')).runRecompute },
  clv: { says: 'fit and score lifetime value on a file, without any server', load: async () => (await import('./clv/command.ts')).runClv },
  replay: { says: 'judge everybody by a draft policy, without changing anything', load: async () => (await import('./replay/command.ts')).runReplay },
  verify: { says: 'check the tier of a customer against her facts', load: async () => (await import('./verify/command.ts')).runVerify },
  erase: { says: 'take out everything that leads to a customer, for good', load: async () => (await import('./erase/command.ts')).runErase },
  token: { says: 'a token for the API and the widgets (laptop only)', load: async () => (await import('./token/command.ts')).runToken },
  key: { says: 'API keys for spreadsheets and BI tools', load: async () => (await import('./key/command.ts')).runKey },
  'dead-letters': { says: 'list rejected messages with their reasons', load: async () => (await import('./dead-letters/command.ts')).runDeadLetters },
};

/** Runs one command line; the answer is the exit code: 0 done, 1 done in part or failed, 2 not usable as given. */
export async function runCommand(args: string[]): Promise<number> {
  // The SDK's advice about Node versions is for whoever builds this, not for whoever runs it.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const asked = rest[0];
    if (asked !== undefined && Object.hasOwn(commands, asked)) return runCommand([asked, '--help']);
    console.log(overview());
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const meant = nearest(name, Object.keys(commands));
    console.error(`guibin: there is no command ${name}${meant ? `; did you mean ${meant}?` : '; see guibin help'}`);
    return 2;
  }
  return (await command.load())(rest);
}

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  return [
    'guibin COMMAND …', '',
    ...Object.entries(commands).map(([name, { says }]) => `  ${name.padEnd(width)}  ${says}`), '',
    'guibin COMMAND --help tells its flags. Without --stack NAME, commands talk to the laptop (npm start).',
  ].join('\n');
}
