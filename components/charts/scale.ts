/** A round top of at least `largest`, and three or four ticks on whole numbers from 0 to it. */
export function buildScale(largest: number): { max: number; ticks: number[] } {
  const rough = Math.max(1, largest / 3)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map(factor => factor * power).find(each => each >= rough && each % 1 === 0)
  const whole = step ?? Math.ceil(rough)
  const count = Math.max(2, Math.ceil(largest / whole))
  return { max: count * whole, ticks: Array.from({ length: count + 1 }, (_, index) => index * whole) }
}
