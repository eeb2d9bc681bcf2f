import { cloneElement, isValidElement, type ReactElement, type ReactNode, useId } from 'react'

type ControlProps = {
  id?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
  'aria-labelledby'?: string
}

type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  error?: string | null
  /** Beside the label, in muted text: for example "optional". */
  note?: string
  className?: string
  /** One control. It gets the id, the description and the error wired to it. */
  children: ReactElement<ControlProps>
}

export function Field({ label, hint, error, note, className, children }: FieldProps) {
  const ownId = useId()
  if (!isValidElement(children)) throw new Error('Field wraps exactly one control')
  const id = children.props.id ?? ownId
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className={className}>
      <label htmlFor={id} id={`${id}-label`} className="mb-1.5 flex items-baseline gap-2 font-medium">
        {label}
        {note && <span className="font-normal text-muted text-xs">{note}</span>}
      </label>
      {cloneElement(children, {
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error && (
        <p id={`${id}-error`} role="alert" className="mt-1.5 text-red">
          {error}
        </p>
      )}
      {hint && (
        <div id={`${id}-hint`} className="mt-1.5 text-muted">
          {hint}
        </div>
      )}
    </div>
  )
}
