/**
 * A database in Node, as `indexedDB` is there in a browser. To be imported before anything that imports Dexie: it looks
 * only once, while it is loaded, whether an index of several fields can be used, and reads whole tables where none can.
 */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';

if (typeof Dexie.maxKey === 'string') throw new Error('Dexie was loaded before there was a database');

// A test file may have put another one in its place.
Dexie.dependencies.indexedDB = indexedDB;
Dexie.dependencies.IDBKeyRange = IDBKeyRange;
