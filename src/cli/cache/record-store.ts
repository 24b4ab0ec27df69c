import type { DocumentRecord, RulePack } from '../../core/auditing.ts'
import type { Config } from '../config/config.ts'
import type { Source } from '../files/source.ts'

/** A document that was read, and the part of the audit that decides about it. */
export interface StoredDocument {
  readonly source: Pick<Source, 'path' | 'origin'>
  readonly bytes: Uint8Array
  readonly part: {
    readonly config: Pick<Config, 'fields' | 'limits' | 'packs'>
    readonly pack: Pick<RulePack, 'rules'>
  }
}

/** What earlier runs found in documents. */
export interface RecordStore {
  /** What a document says: as an earlier run wrote it down, or as `extract` finds now; what that throws passes through. */
  readonly recordsFor: (document: StoredDocument, extract: () => DocumentRecord[]) => DocumentRecord[]
}

/** Remembers nothing. */
export const noStore: RecordStore = { recordsFor: (_document, extract) => extract() }

/** Is told of a document that is read: its path as in reports, its bytes. */
export type OnRead = (path: string, bytes: Uint8Array) => void

/** The same store, telling of every document that is asked for. */
export const telling = (onRead: OnRead | undefined, store: RecordStore): RecordStore =>
  onRead === undefined
    ? store
    : {
        recordsFor: (document, extract) => {
          onRead(document.source.path, document.bytes)
          return store.recordsFor(document, extract)
        },
      }

/** A cache while an audit uses it. */
export interface OpenCache {
  readonly store: RecordStore
  /** Absolute paths of what is written. */
  readonly files: readonly string[]
  /** Writes what is new; answers a line for people when something is wrong with the cache, which never stops an audit. */
  readonly close: () => string | null
}

/** What an audit without `--cache` has. */
export const noCache: OpenCache = { store: noStore, files: [], close: () => null }
