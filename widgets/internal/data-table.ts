import { html } from 'lit/html.js';

/** The numbers behind a drawing as a real table, folded away until asked for, unless `open`; columns after the first are figures. */
export function dataTable(summary: string, head: readonly string[], rows: readonly (readonly unknown[])[], open = false): unknown {
  return html`<details class="numbers" part="table" ?open=${open}><summary>${summary}</summary>
    <div class="scroll" tabindex="0" role="group" aria-label=${head.join(', ')}><table>
      <thead><tr>${head.map((name, i) => html`<th scope="col" class=${i > 0 ? 'end' : ''}>${name}</th>`)}</tr></thead>
      <tbody>${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td class="end">${cell}</td>`)}</tr>`)}</tbody>
    </table></div>
  </details>`;
}
