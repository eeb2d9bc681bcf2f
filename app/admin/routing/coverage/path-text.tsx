/** A category by its whole path, its own name set off: many shops have several of one name. */
export function PathText({ path }: { path: string[] }) {
  const parents = path.slice(0, -1).join(' › ')
  return (
    <span className="break-words">
      {parents && <span className="text-muted">{parents} › </span>}
      <span className="font-medium">{path.at(-1)}</span>
    </span>
  )
}
