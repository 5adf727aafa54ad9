import { expect, test } from 'vitest';
import { type Change, createChoices } from '../../../components/shared/choices.ts';
import { ProblemError } from '../../../lib/domain/problem.ts';

/** A background that answers when told to. */
function setUp() {
  const sent: Change<string>[][] = [];
  const answers: { accept: () => void; refuse: (error: unknown) => void }[] = [];
  const refused: unknown[] = [];
  const choices = createChoices<string>({
    send: (changes) => {
      sent.push(changes);
      return new Promise((accept, refuse) => answers.push({ accept, refuse }));
    },
    refused: (error) => refused.push(error),
  });
  const shown = () => Object.fromEntries(choices.current.value);
  return { choices, sent, answers, refused, shown };
}

const refusal = new ProblemError({ system: 'kundebro', code: 'database' });

test('a choice is shown and sent before anybody answers', () => {
  const { choices, sent, shown } = setUp();
  void choices.choose([['1', 'skip']]);
  expect(shown()).toEqual({ '1': 'skip' });
  expect(sent).toEqual([[['1', 'skip']]]);
});

test('a refused choice is taken back and told', async () => {
  const { choices, answers, refused, shown } = setUp();
  choices.replace([['1', 'match']]);
  const done = choices.choose([
    ['1', 'skip'],
    ['2', 'skip'],
  ]);
  answers[0]?.refuse(refusal);
  await done;
  expect(shown()).toEqual({ '1': 'match' });
  expect(refused).toEqual([refusal]);
});

test('a later choice stays when an earlier one is refused', async () => {
  const { choices, answers, shown } = setUp();
  const first = choices.choose([['1', 'skip']]);
  const second = choices.choose([['1', 'create']]);
  answers[0]?.refuse(refusal);
  answers[1]?.accept();
  await Promise.all([first, second]);
  expect(shown()).toEqual({ '1': 'create' });
});

test('a choice that got no answer at all is sent again', async () => {
  const { choices, sent, answers, refused, shown } = setUp();
  const done = choices.choose([['1', 'skip']]);
  answers[0]?.refuse(new Error('The message channel closed'));
  await expect.poll(() => sent.length).toBe(2);
  answers[1]?.accept();
  await done;
  expect(shown()).toEqual({ '1': 'skip' });
  expect(refused).toEqual([]);
});

test('what another view chose is shown, and taking back too', () => {
  const { choices, shown } = setUp();
  choices.follow([['1', 'match']]);
  expect(shown()).toEqual({ '1': 'match' });
  choices.follow([['1', null]]);
  expect(shown()).toEqual({});
});

test('the echo of an older choice does not undo a newer one', async () => {
  const { choices, answers, shown } = setUp();
  const first = choices.choose([['1', 'skip']]);
  const second = choices.choose([['1', 'create']]);
  choices.follow([['1', 'skip']]);
  expect(shown()).toEqual({ '1': 'create' });
  for (const { accept } of answers) accept();
  await Promise.all([first, second]);
  choices.follow([['1', 'match']]);
  expect(shown()).toEqual({ '1': 'match' });
});

test('what was read before a choice was sent does not undo it', async () => {
  const { choices, answers, shown } = setUp();
  choices.replace([['1', 'match']]);
  const done = choices.choose([
    ['1', 'skip'],
    ['2', 'create'],
  ]);
  choices.replace([['1', 'match']]);
  expect(shown()).toEqual({ '1': 'skip', '2': 'create' });
  answers[0]?.accept();
  await done;
  choices.replace([['1', 'match']]);
  expect(shown()).toEqual({ '1': 'match' });
});

test('nothing is sent for no choice', async () => {
  const { choices, sent } = setUp();
  await choices.choose([]);
  expect(sent).toEqual([]);
});
