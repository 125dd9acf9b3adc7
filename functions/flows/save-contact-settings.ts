import { parseContactSettings, type ContactSettingsProblem } from '../contract/contact-settings.ts';
import { defaultContactDocument, type ContactSettingsDocument } from '../domain/contacts/settings-document.ts';
import { checkTemplates, type TemplateProblem } from '../domain/contacts/templates.ts';
import type { Clock, Documents } from '../ports.ts';

export type SavedContactSettings = { ok: true; settings: ContactSettingsDocument } | { ok: false; problems: ContactSettingsProblem[] };

/**
 * Saves a document as the next version, by which the next night goes, or says what is wrong with it and where. What it leaves out has its default.
 * Throws ContactSettingsChanged when somebody else was faster.
 */
export async function saveContactSettings(document: unknown, author: string, { contactSettings, clock }: { contactSettings: Documents<ContactSettingsDocument>; clock: Clock }): Promise<SavedContactSettings> {
  const { version } = await contactSettings.current();
  const parsed = parseContactSettings(filled(document, version + 1));
  if (!parsed.ok) return parsed;
  const problems = checkTemplates(parsed.settings.templates).map(templateProblem);
  if (problems.length > 0) return { ok: false, problems };
  await contactSettings.save(parsed.settings, author, clock.now());
  return parsed;
}

/** The server numbers documents: a number in one does not count. */
function filled(document: unknown, version: number): unknown {
  if (!isObject(document)) return document;
  const whole = over(defaultContactDocument, document) as Record<string, unknown>;
  const { plans, hours, templates } = defaultContactDocument;
  const texts = over(templates, whole['templates']);
  return {
    ...whole, version, plans: over(plans, whole['plans']), hours: over(hours, whole['hours']),
    templates: isObject(texts) ? { ...texts, bodies: over(templates.bodies, texts['bodies']) } : texts,
  };
}

/** What was written, over what counts where nothing was. */
function over(otherwise: object, written: unknown): unknown {
  return isObject(written) ? { ...otherwise, ...written } : written;
}

const sentences: Record<TemplateProblem['code'], (placeholder: string) => string> = {
  empty: () => 'must not be empty',
  'unknown-placeholder': (placeholder) => `has the placeholder {${placeholder}}, which nothing fills here`,
  'differs-from-other-languages': (placeholder) => `lacks the placeholder {${placeholder}}, which another language has`,
  'stray-brace': () => 'has a brace that belongs to no placeholder',
};

function templateProblem({ where, language, code, placeholder = '' }: TemplateProblem): ContactSettingsProblem {
  const place = where === 'salutation' || where === 'anonymousSalutation' || where === 'signature' ? where : `bodies.${where}`;
  return { path: `templates.${place}.${language}`, problem: sentences[code](placeholder) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
