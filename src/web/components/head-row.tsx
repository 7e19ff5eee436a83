type HeadRowProps = {
  readonly labels: readonly string[] | Readonly<Record<string, string>>
  /** The columns from this one on (0: the first) hold figures, and are headed where figures stand. */
  readonly figuresFrom?: number
}

/** The heading row of a table: one column for each label, in their order. */
export function HeadRow({ labels, figuresFrom = Infinity }: HeadRowProps) {
  return (
    <thead>
      <tr>
        {Object.values(labels).map((label, column) => (
          <th scope="col" class={column < figuresFrom ? undefined : 'figure'}>
            {label}
          </th>
        ))}
      </tr>
    </thead>
  )
}
