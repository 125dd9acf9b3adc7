import '../../core.ts';
import { html, nothing } from 'lit/html.js';
import type { Language } from '../../../functions/contract/localized.ts';
import type { Policy } from '../../../functions/contract/policy.ts';
import { speaker } from '../../internal/localize.ts';
import { ApiProblem } from '../../internal/problem.ts';
import { ranks, withValue, type PolicyField } from '../fields.ts';
import { conditionMessages } from './messages.ts';
import { sharedWindow, withWindow } from './windows.ts';

export interface Conditions {
  policy: Policy;
  draft: Policy;
  language: Language;
  /** Draws a number of the policy to change, with the refusal of its path below. */
  field: (field: PolicyField, label: string, now: number | null) => unknown;
  /** Takes the paths whose refusals are drawn here. */
  shown: Set<string>;
  why: (path: string) => unknown;
  isRefused: (path: string) => boolean;
  set: (draft: Policy) => void;
  tryOut: (document: unknown) => Promise<void>;
  refuse: (problem: ApiProblem) => Promise<void>;
}

const kinds = ['rolling', 'calendar-year', 'membership-year', 'lifetime'] as const;
const reviews = ['nightly', 'monthly', 'yearly', 'anniversary'] as const;
const usualMonths = 12;

/** What of a policy is not a threshold: over which time it counts and how customers fall; and the policy as a document. */
export function conditions(context: Conditions): { fields: unknown; document: unknown } {
  const { policy, draft, language, field, set } = context;
  const say = speaker(conditionMessages[language]);
  const count = (path: string, value: number | null): PolicyField => ({ path, value, money: false, leaf: { criterion: 'standing', atLeast: 0 } });
  const [window, windowNow] = [sharedWindow(draft), sharedWindow(policy)];
  const { review, graceDays, stepsPerReview } = draft.downgrade;

  const windowRow = html`<fieldset><legend class="label">${say('counted')}</legend>
    <div class="side">${choice('window', say('window'), window?.kind ?? 'mixed', window === null ? ['mixed', ...kinds] : kinds, (kind) => { if (kind !== 'mixed') set(withWindow(draft, kind === 'rolling' ? { kind, months: usualMonths } : { kind })); }, window?.kind !== windowNow?.kind)}</div>
    <div class="side">${window?.kind === 'rolling' ? months(window.months) : nothing}</div></fieldset>`;
  // A rank is known for today only, so such a policy has nothing to set here.
  const fallRow = ranks(draft) ? nothing : html`<fieldset><legend class="label">${say('falling')}</legend>
    <div class="side">${choice('downgrade.review', say('review'), review, reviews, (value) => set(withValue(draft, 'downgrade.review', value)), review !== policy.downgrade.review)}</div>
    <div class="side">${field(count('downgrade.graceDays', graceDays), say('grace'), policy.downgrade.graceDays)}${field(count('downgrade.stepsPerReview', stepsPerReview), say('steps'), policy.downgrade.stepsPerReview)}</div></fieldset>`;
  return { fields: html`${windowRow}${fallRow}`, document: documentPart() };

  function choice<Value extends string>(path: string, label: string, value: Value, values: readonly Value[], choose: (value: Value) => void, changed: boolean): unknown {
    context.shown.add(path);
    return html`<div class="field wide ${changed ? 'changed' : ''}"><label for=${path}>${label}</label>
      <select id=${path} aria-invalid=${context.isRefused(path)} aria-describedby="${path}-why" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as Value)}>
        ${values.map((each) => html`<option value=${each} .selected=${each === value}>${say(each as (typeof kinds)[number])}</option>`)}</select>
      ${context.why(path)}</div>`;
  }

  function months(value: number): unknown {
    const changed = windowNow?.kind !== 'rolling' || windowNow.months !== value;
    return html`<div class="field wide ${changed ? 'changed' : ''}"><label for="months">${say('months')}</label>
      <input type="number" min="1" step="1" id="months" .value=${String(value)} @change=${(event: Event) => set(withWindow(draft, { kind: 'rolling', months: (event.target as HTMLInputElement).valueAsNumber }))}></div>`;
  }

  function documentPart(): unknown {
    const textOf = (event: Event) => (event.currentTarget as HTMLElement).closest('details')!.querySelector('textarea')!;
    const tryText = async (text: string): Promise<void> => {
      let document: unknown;
      try {
        document = JSON.parse(text);
      } catch (cause) {
        return context.refuse(new ApiProblem(400, 'not-json', String(cause), null, null, [{ field: 'policy.json', problem: String(cause), code: 'not-json' }]));
      }
      return context.tryOut(document);
    };
    const take = async (event: Event, files: FileList | null | undefined): Promise<void> => {
      const [file] = files ?? [];
      const area = textOf(event);
      if (file) area.value = await file.text();
    };
    return html`<details class="document"><summary>${say('document')}</summary>
      <p class="small muted" id="paste">${say('paste')}</p>
      <textarea rows="16" spellcheck="false" aria-label=${say('document')} aria-describedby="paste" .value=${JSON.stringify(draft, null, 2)}
        @dragover=${(event: Event) => event.preventDefault()} @drop=${(event: DragEvent) => { event.preventDefault(); void take(event, event.dataTransfer?.files); }}></textarea>
      <div class="buttons"><button type="button" class="run" @click=${(event: Event) => void tryText(textOf(event).value)}>${say('tryDocument')}</button>
        <label class="link">${say('open')}<input type="file" class="hidden-visually" accept=".json,application/json" @change=${(event: Event) => void take(event, (event.target as HTMLInputElement).files)}></label></div>
    </details>`;
  }
}
