/** Runs `next` once the browser has shown what stands now; the answer calls it off. */
export function afterFrame(next: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(next)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
