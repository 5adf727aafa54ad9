import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import {
  contactWithNumber,
  numberOfContact,
  rememberNumber,
} from '../../../lib/features/panel/repository.ts';
import { type Database, openDatabase } from '../../../lib/storage/database.ts';

let db: Database;
beforeEach(async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  db = await openDatabase();
});

test('maps numbers to contacts and back', async () => {
  await rememberNumber(db, 'a', '1037', 'guid-1');
  expect(await contactWithNumber(db, 'a', '1037')).toBe('guid-1');
  expect(await numberOfContact(db, 'a', 'guid-1')).toBe('1037');
});

test('an unknown number has no contact', async () => {
  await rememberNumber(db, 'a', '1037', 'guid-1');
  expect(await contactWithNumber(db, 'a', '103')).toBeUndefined();
  expect(await numberOfContact(db, 'a', 'guid-2')).toBeUndefined();
});

test('a number has one contact: the latest', async () => {
  await rememberNumber(db, 'a', '1037', 'guid-1');
  await rememberNumber(db, 'a', '1037', 'guid-2');
  expect(await contactWithNumber(db, 'a', '1037')).toBe('guid-2');
  expect(await numberOfContact(db, 'a', 'guid-1')).toBeUndefined();
  expect(await db.contactNumbers.count()).toBe(1);
});

test('a contact has one number: the latest', async () => {
  await rememberNumber(db, 'a', '1037', 'guid-1');
  await rememberNumber(db, 'a', '1044', 'guid-1');
  expect(await contactWithNumber(db, 'a', '1037')).toBeUndefined();
  expect(await numberOfContact(db, 'a', 'guid-1')).toBe('1044');
});

test('two contacts can swap their numbers', async () => {
  await rememberNumber(db, 'a', '1037', 'guid-1');
  await rememberNumber(db, 'a', '1044', 'guid-2');
  await rememberNumber(db, 'a', '1037', 'guid-2');
  await rememberNumber(db, 'a', '1044', 'guid-1');
  expect(await numberOfContact(db, 'a', 'guid-2')).toBe('1037');
  expect(await numberOfContact(db, 'a', 'guid-1')).toBe('1044');
});

test('numbers belong to one company', async () => {
  await rememberNumber(db, 'a', '1037', 'guid-1');
  await rememberNumber(db, 'b', '1037', 'guid-2');
  await rememberNumber(db, 'b', '1044', 'guid-1');
  expect(await contactWithNumber(db, 'a', '1037')).toBe('guid-1');
  expect(await contactWithNumber(db, 'b', '1037')).toBe('guid-2');
  expect(await numberOfContact(db, 'a', 'guid-1')).toBe('1037');
});
