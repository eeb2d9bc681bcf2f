/** The few pages a redirect route may answer itself: small, self-contained, readable on any phone. */

/** No number is configured yet: nothing could be opened. */
export function noNumberPage(storeName: string, reference: string | null): string {
  const saved = reference
    ? `<p>Your order was saved. Its reference is <strong>${escapeHtml(reference)}</strong>.</p>`
    : ''
  return page(
    'WhatsApp is not set up yet',
    `<h1>${escapeHtml(storeName)} can’t be reached on WhatsApp right now</h1>${saved}
     <p>Please go back and contact the shop another way, or try again later.</p>`,
  )
}

/** The routing table has never been loaded; the page tries again by itself. */
export function startingPage(): string {
  return page(
    'One moment',
    '<h1>One moment…</h1><p>The shop’s chat is starting. This page tries again by itself.</p>',
    '<meta http-equiv="refresh" content="2">',
  )
}

/** The order was too large to read; the chat still works. */
export function tooLargePage(url: string | null): string {
  const link = url ? `<p><a href="${escapeHtml(url)}">Continue on WhatsApp</a></p>` : ''
  return page(
    'Please write to us',
    `<h1>That order was too long to send</h1>${link}<p>Please tell us on WhatsApp what you would like.</p>`,
  )
}

function page(title: string, body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">${head}<title>${title}</title><style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto 0;padding:0 24px}h1{font-size:1.375rem;line-height:1.3}a{color:light-dark(#0f5f5c,#5cc8c2);font-weight:600}</style></head><body>${body}</body></html>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, char => `&#${char.charCodeAt(0)};`)
}
