/** What phones and computers send today; all of them people. */
const agents = [
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 395.0.0.24.93 (iPhone15,2; iOS 18_5; en_GB; en; scale=3.00; 1179x2556; 767000000)',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
  'Mozilla/5.0 (Linux; Android 15; SM-S928B Build/AP3A.240905.015; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/141.0.0.0 Mobile Safari/537.36 [FBAN/FB4A;FBAV/530.0.0.48.77;]',
]

/** The nth shopper: everyone has an address of their own (behind a trusted proxy) and one of a few user agents. */
export function shopper(n: number): { userAgent: string; address: string } {
  const address = `10.${(n >>> 16) & 255}.${(n >>> 8) & 255}.${n & 255}`
  return { userAgent: agents[n % agents.length] ?? '', address }
}

/** Mostly the product a campaign is about; one in ten opens a cart of three, one in twenty asks without a product. */
function targetOf(n: number, productIds: readonly number[]): string {
  const id = (i: number) => productIds[(n + i) % productIds.length]
  if (n % 20 === 7) return '/go/chat'
  if (n % 10 === 3) return `/go/cart?items=${id(0)}:1,${id(1)}:2,${id(2)}:1`
  return `/go/product/${id(0)}?qty=${(n % 3) + 1}`
}

/** One tap as it arrives over the wire. */
export function requestText(n: number, productIds: readonly number[]): string {
  const { userAgent, address } = shopper(n)
  return (
    `GET ${targetOf(n, productIds)} HTTP/1.1\r\nHost: chat.example.com\r\nUser-Agent: ${userAgent}\r\n` +
    'Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n' +
    'Accept-Encoding: gzip, deflate, br\r\nAccept-Language: en-GB,en;q=0.9\r\n' +
    `X-Forwarded-For: ${address}\r\n\r\n`
  )
}
