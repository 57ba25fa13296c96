import type { SourceFile } from './rules.ts'

/** The explicit lists of routes: features, and those that need services of the whole process. */
const LISTS = ['apps/server/src/features/index.ts', 'apps/server/src/app.ts']

export const routes = {
  /** Files of routes that no list names. */
  missing(files: readonly SourceFile[]): string[] {
    const listed = new Set(files.filter(({ path }) => LISTS.includes(path)).flatMap(({ imports }) => imports))
    return files.map(({ path }) => path).filter((path) => path.endsWith('.routes.ts') && !listed.has(path))
  },
}
