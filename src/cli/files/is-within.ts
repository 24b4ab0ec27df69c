import { isAbsolute, relative } from 'node:path'

/** Whether an absolute path is the folder or lies below it. */
export function isWithin(path: string, folder: string): boolean {
  const below = relative(folder, path)
  return below !== '..' && !/^\.\.[\\/]/.test(below) && !isAbsolute(below)
}
