/** Rooms of the house whose folders are rooms themselves. The others are one room each, however many their folders. */
const divided = '^src/(app|web|cli|channels)'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'files-in-a-circle',
      comment: 'A file that needs itself by way of others cannot be read first.',
      severity: 'error',
      // A ring of the clocks plays on what it has just decided, and the table it plays by lists the ring.
      from: { pathNot: '^src/domain/ticket/(steps/(tick|index)|evolve)[.]ts$' },
      to: { circular: true },
    },
    {
      name: 'rooms-in-a-circle',
      comment: 'Rooms that need each other are one room.',
      severity: 'error',
      scope: 'folder',
      from: { path: divided },
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'node_modules|^node:' },
    // What is imported as a type alone is gone when the house runs.
    tsPreCompilationDeps: false,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
}
