type HeadRowProps = { readonly labels: readonly string[] | Readonly<Record<string, string>> }

/** The heading row of a table: one column for each label, in their order. */
export function HeadRow({ labels }: HeadRowProps) {
  return (
    <thead>
      <tr>
        {Object.values(labels).map((label) => (
          <th scope="col">{label}</th>
        ))}
      </tr>
    </thead>
  )
}
