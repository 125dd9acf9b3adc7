import { html, nothing } from 'lit/html.js';
import { day } from '../internal/format.ts';
import { section, type CardContext } from './section.ts';

const colourOf = { happy: 'good', neutral: '', unhappy: 'bad', unknown: 'muted' } as const;

/** How the customer feels: mood, latest answers and complaints. */
export function feelingSection({ customer: { satisfaction }, language, say }: CardContext): unknown {
  const { mood, answered, sent, openComplaints, resolvedComplaints } = satisfaction;
  return section('feelings', say('feelings'), html`
    <p class="headline ${colourOf[mood]}">${say(mood)}</p>
    <dl class="pairs">${(['csat', 'nps', 'ces'] as const).map((metric) => {
      const latest = satisfaction[metric];
      return latest ? html`<dt>${say(metric)}</dt><dd>${say('score', { score: latest.score, scale: latest.scale })} <span class="small muted">${day(latest.on, language)}</span></dd>` : nothing;
    })}</dl>
    ${sent > 0 ? html`<p class="small muted">${say('answered', { answered, sent })}</p>` : nothing}
    ${openComplaints > 0 ? html`<p class="bad">${say('openComplaints', { n: openComplaints })}</p>` : nothing}
    <p class="small muted">${resolvedComplaints > 0 ? say('resolvedComplaints', { n: resolvedComplaints }) : openComplaints > 0 ? nothing : say('noComplaints')}</p>`);
}
