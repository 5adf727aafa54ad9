import type { BrowserContext } from '@playwright/test';
import { contactsOf, inWorld, linksOf } from '../../helpers/worlds.ts';
import { button, heading, inPanel, launcher, text } from '../../pages/panel.ts';
import { openCustomer } from '../../pages/panel-card.ts';
import { type Parts, panel, partsOf } from '../../pages/panel-frame.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import { expect, type Locator, type Page, test } from '../fixtures.ts';

test.use({
  worldOptions: inWorld(() => ({
    customers: [{ name: 'Bagergården ApS' }],
    contacts: [{ Name: 'Grøn Have ApS' }],
  })),
});

/** The panel was not visible, or not for long enough. */
const REFUSED = /^(Klikket|Trykket) blev ikke brugt/;
const CREATED = 'Bagergården ApS er oprettet i Dinero og linket';

type Attack = (parts: Parts) => void;

const attackWith = async (page: Page, attack: Attack) => page.evaluate(attack, await partsOf(page));

/** Reverts an attack. */
const endAttack = (page: Page) =>
  attackWith(page, ({ host, root, panel, iframe }) => {
    for (const part of [host, panel, iframe]) {
      part.removeAttribute('style');
      for (const animation of part.getAnimations()) animation.cancel();
    }
    root.adoptedStyleSheets = [];
    document.adoptedStyleSheets = [];
    document.documentElement.removeAttribute('style');
    for (const cover of [...document.querySelectorAll('.cover'), ...root.querySelectorAll('.cover')])
      cover.remove();
    // Launcher and panel are placed again.
    window.dispatchEvent(new Event('resize'));
  });

const isReady = (page: Page, answer: 'yes' | 'no') =>
  expect(inPanel(page).locator('html')).toHaveAttribute('data-ready', answer);

/** The pointer's position of an element in the panel, which may be scaled or zoomed. */
async function pointOf(page: Page, target: Locator): Promise<[x: number, y: number]> {
  const inside = await target.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: (x + width / 2) / innerWidth, y: (y + height / 2) / innerHeight };
  });
  const frame = await page.evaluate(
    ({ iframe }) => {
      const { x, y, width, height } = iframe.getBoundingClientRect();
      const left = Number.parseFloat(getComputedStyle(iframe).paddingLeft);
      return { x: x + left, y, width: width - left, height };
    },
    await partsOf(page),
  );
  return [frame.x + inside.x * frame.width, frame.y + inside.y * frame.height];
}

/** Waits until changes of the page are painted, so that a click goes where the user sees it. */
const drawn = (page: Page) =>
  page.evaluate(async () => {
    for (const _ of [1, 2, 3]) await new Promise((resolve) => requestAnimationFrame(resolve));
  });

/** The customer's page with its panel open and ready for clicks. */
async function openReady(context: BrowserContext): Promise<Page> {
  const page = await openCustomer(context);
  await button(page, 'Opret i Dinero').hover();
  await isReady(page, 'yes');
  return page;
}

const expectNothingWritten = ({ world, requests }: Sandbox) => {
  expect(
    requests.filter(({ isPage, host }) => !isPage && host.startsWith('api.')).map(({ method }) => method),
  ).toEqual(expect.not.arrayContaining(['POST', 'PUT', 'PATCH', 'DELETE']));
  expect(contactsOf(world)).toHaveLength(1);
};

/** Rests the pointer on the panel for long enough. */
async function settled(page: Page): Promise<void> {
  const came = await inPanel(page)
    .locator('html')
    .evaluateHandle(() => ({
      promise: new Promise((resolve) => {
        window.addEventListener('pointermove', resolve, { once: true, capture: true });
      }),
    }));
  await heading(page, 'Bagergården ApS').hover();
  await came.evaluate(({ promise }) => promise.then(() => undefined));
  await isReady(page, 'yes');
}

async function createAfterAll(page: Page, { world }: Sandbox): Promise<void> {
  await settled(page);
  await button(page, 'Opret i Dinero').click();
  await expect(text(page, CREATED)).toBeVisible();
  expect(linksOf(world)).toMatchObject({ 'Bagergården ApS': 'Bagergården ApS' });
  expect(contactsOf(world)).toHaveLength(2);
}

interface Hostile {
  /** Keeps an element on top of everything, also of what is raised later. */
  insist(cover: HTMLElement): void;
}

const prepare = (context: BrowserContext) =>
  context.addInitScript(() => {
    (window as unknown as Hostile).insist = (cover) => {
      if (!cover.isConnected) return;
      cover.hidePopover();
      cover.showPopover();
      requestAnimationFrame(() => (window as unknown as Hostile).insist(cover));
    };
  });

const unseen: Record<string, Attack> = {
  'transparent by a sheet for its host': ({ root }) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(':host { opacity: 0.01 !important }');
    root.adoptedStyleSheets = [sheet];
  },
  'transparent by its style': ({ panel }) => {
    panel.style.opacity = '0.01';
  },
  'half transparent': ({ iframe }) => {
    iframe.style.opacity = '0.5';
  },
  'transparent by an animation': ({ panel }) => {
    panel.animate([{ opacity: 0 }, { opacity: 0 }], { duration: 1e7 });
  },
  'transparent by a filter': ({ iframe }) => {
    iframe.style.filter = 'opacity(0)';
  },
  'blended with the page': ({ panel }) => {
    panel.style.mixBlendMode = 'multiply';
  },
  'covered by a popover that lets clicks through': () => {
    const cover = document.createElement('div');
    cover.className = 'cover';
    cover.popover = 'manual';
    cover.style.cssText =
      'inset:0;width:auto;height:auto;margin:0;border:0;background:#fff;pointer-events:none';
    document.body.append(cover);
    (window as unknown as Hostile).insist(cover);
  },
  'covered where the name stands': ({ iframe }) => {
    const { x, y } = iframe.getBoundingClientRect();
    const cover = document.createElement('div');
    cover.className = 'cover';
    cover.popover = 'manual';
    cover.style.cssText = `left:${x + 16}px;top:${y + 56}px;width:200px;height:28px;padding:0;margin:0;border:0;background:#fff;pointer-events:none`;
    document.body.append(cover);
    (window as unknown as Hostile).insist(cover);
  },
  'covered by a shadow': () => {
    const cover = document.createElement('div');
    cover.className = 'cover';
    cover.popover = 'manual';
    cover.style.cssText =
      'left:0;top:0;width:1px;height:1px;padding:0;margin:0;border:0;pointer-events:none;box-shadow:0 0 0 3000px #fff';
    document.body.append(cover);
    (window as unknown as Hostile).insist(cover);
  },
  'covered in its own shadow root': ({ panel }) => {
    const cover = document.createElement('div');
    cover.className = 'cover';
    cover.style.cssText =
      'position:absolute;inset:36px 0 auto 0;height:80px;background:#fff;pointer-events:none';
    panel.append(cover);
  },
  'blurred by what is above it': () => {
    const cover = document.createElement('div');
    cover.className = 'cover';
    cover.popover = 'manual';
    cover.style.cssText =
      'inset:0;width:auto;height:auto;margin:0;border:0;background:none;backdrop-filter:blur(20px);pointer-events:none';
    document.body.append(cover);
    (window as unknown as Hostile).insist(cover);
  },
  'clipped at the top': ({ panel }) => {
    panel.style.clipPath = 'inset(150px 0 0 0)';
  },
  'larger than the window that shows it': ({ panel, iframe }) => {
    panel.style.overflow = 'hidden';
    panel.style.height = '300px';
    iframe.style.cssText = 'position:absolute;top:36px;height:900px';
  },
  'partly outside the window': ({ panel }) => {
    panel.style.right = '-30px';
  },
  'tiny by a transform': ({ panel }) => {
    panel.style.transform = 'scale(0.2)';
  },
  'tiny by zoom': ({ panel }) => {
    panel.style.zoom = '0.2';
  },
  'as narrow as the button': ({ iframe }) => {
    iframe.style.paddingLeft = '320px';
  },
  turned: ({ panel }) => {
    panel.style.rotate = '2deg';
  },
};

/** Attacks to run on one page with one panel. */
const ROUNDS = 3;

/** Reloads the page, which resets the panel. */
async function startAgain(page: Page): Promise<void> {
  await page.reload();
  await heading(page, 'Bagergården ApS').hover();
  await isReady(page, 'yes');
}

for (let round = 0; round < ROUNDS; round += 1) {
  const attacks = Object.entries(unseen).filter((_, place) => place % ROUNDS === round);
  const names = attacks.map(([how]) => how).join(', ');
  test(`a click does nothing in a panel that is ${names}`, { tag: '@slow' }, async ({
    extension,
    sandbox,
  }) => {
    await prepare(extension);
    const page = await openReady(extension);
    for (const [how, attack] of attacks) {
      await test.step(how, async () => {
        await attackWith(page, attack);
        const point = await pointOf(page, button(page, 'Opret i Dinero'));
        await page.mouse.move(...point);
        await isReady(page, 'no');
        await page.mouse.click(...point);
        await expect(text(page, REFUSED)).toBeVisible();
        expectNothingWritten(sandbox);
        await endAttack(page);
        // Without the attack the same click is accepted.
        await settled(page);
      });
      await startAgain(page);
    }
    await createAfterAll(page, sandbox);
  });
}

const overlooked: Record<string, Attack> = {
  masked: ({ panel }) => {
    panel.style.maskImage = 'linear-gradient(transparent, transparent)';
  },
  'masked inside': ({ iframe }) => {
    iframe.style.maskImage = 'linear-gradient(transparent, transparent)';
  },
  'masked by a sheet': ({ root }) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(':host { mask-image: linear-gradient(transparent, transparent) !important }');
    root.adoptedStyleSheets = [sheet];
  },
  'masked by an image': ({ panel }) => {
    panel.style.setProperty('-webkit-mask-box-image', 'linear-gradient(transparent, transparent) 1 fill');
  },
  'painted over by its outline': ({ panel }) => {
    panel.style.outline = '2000px solid #fff';
    panel.style.outlineOffset = '-2000px';
  },
  'painted over by the outline inside': ({ iframe }) => {
    iframe.style.outline = '2000px solid #fff';
    iframe.style.outlineOffset = '-2000px';
  },
  'cut to a shape': ({ panel }) => {
    panel.style.setProperty('border-shape', 'circle(10px)');
    // Where the browser has no such thing there is another that cuts.
    if (!CSS.supports('border-shape', 'circle(10px)')) panel.style.maskImage = 'linear-gradient(red, red)';
  },
  'taken into an element of the page’s': ({ host }) => {
    const faded = document.createElement('div');
    faded.className = 'cover';
    document.body.append(faded);
    // With all its state: nothing is loaded anew for it.
    const { moveBefore } = faded as unknown as { moveBefore(node: Node, before: null): void };
    moveBefore.call(faded, host, null);
  },
  'clipped by round corners': ({ iframe }) => {
    iframe.style.borderRadius = '300px 0 0 0';
  },
  'no longer above the page, which is masked': ({ host }) => {
    document.documentElement.style.maskImage = 'linear-gradient(transparent, transparent)';
    host.hidePopover();
  },
};

test(`a panel is closed at once when it is ${Object.keys(overlooked).join(', ')}`, async ({
  extension,
  sandbox,
}) => {
  const page = await openReady(extension);
  for (const [how, attack] of Object.entries(overlooked)) {
    await test.step(how, async () => {
      await attackWith(page, attack);
      await expect(panel(page)).toBeHidden();
      expectNothingWritten(sandbox);
      await endAttack(page);
      await launcher(page).click();
      await settled(page);
    });
  }
  await createAfterAll(page, sandbox);
});

test('no element of the page can be inserted between the panel and its frame', async ({ extension }) => {
  const page = await openReady(extension);
  const outcome = await page.evaluate(
    ({ panel, iframe }) =>
      [panel, iframe].map((part) => {
        try {
          return String(part.attachShadow({ mode: 'closed' }));
        } catch (error) {
          return (error as Error).name;
        }
      }),
    await partsOf(page),
  );
  expect(outcome).toEqual(['NotSupportedError', 'NotSupportedError']);
});

test('the page’s styles for the panel’s host have no effect', async ({ extension, sandbox }) => {
  const page = await openReady(extension);
  await attackWith(page, ({ host }) => {
    for (const [property, value] of Object.entries({
      opacity: '0.01',
      transform: 'scale(0.1)',
      filter: 'opacity(0)',
      'clip-path': 'inset(100%)',
      display: 'none',
      visibility: 'hidden',
    }))
      host.style.setProperty(property, value, 'important');
    host.animate([{ opacity: 0 }, { opacity: 0 }], { duration: 1e7 });
  });
  const styles = await page.evaluate(
    ({ host }) => {
      const { opacity, transform, filter, clipPath, display, visibility } = getComputedStyle(host);
      return { opacity, transform, filter, clipPath, display, visibility };
    },
    await partsOf(page),
  );
  expect(styles).toEqual({
    opacity: '1',
    transform: 'none',
    filter: 'none',
    clipPath: 'none',
    display: 'block',
    visibility: 'visible',
  });
  await createAfterAll(page, sandbox);
});

test('a click on an element that covers the panel does not reach it', async ({ extension, sandbox }) => {
  const page = await openReady(extension);
  const point = await pointOf(page, button(page, 'Opret i Dinero'));
  await attackWith(page, () => {
    const cover = document.createElement('button');
    cover.className = 'cover';
    cover.popover = 'manual';
    cover.textContent = 'Vind en rejse';
    cover.style.cssText = 'inset:0;width:100%;height:100%;margin:0;background:#fff';
    cover.addEventListener('click', () => cover.remove());
    document.body.append(cover);
    cover.showPopover();
  });
  // The panel is raised again; a page that insists on being on top stays there.
  await attackWith(page, async ({ panel }) => {
    const cover = document.querySelector<HTMLElement>('.cover')!;
    const { x, y, width, height } = panel.getBoundingClientRect();
    for (let frames = 0; frames < 10; frames += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (document.elementFromPoint(x + width / 2, y + height / 2) === cover) continue;
      frames = 0;
      cover.hidePopover();
      cover.showPopover();
    }
  });
  await drawn(page);
  await page.mouse.click(...point);
  await expect(page.locator('.cover')).toHaveCount(0);
  expectNothingWritten(sandbox);
  await createAfterAll(page, sandbox);
});

test('a click right after the panel was uncovered does nothing', async ({ extension, sandbox }) => {
  const page = await openReady(extension);
  const point = await pointOf(page, button(page, 'Opret i Dinero'));
  await page.mouse.move(...point);
  await attackWith(page, ({ panel }) => {
    panel.style.opacity = '0';
  });
  await isReady(page, 'no');
  await attackWith(page, ({ panel }) => {
    panel.style.opacity = '';
  });
  await page.mouse.click(...point);
  await expect(text(page, REFUSED)).toBeVisible();
  expectNothingWritten(sandbox);
  await createAfterAll(page, sandbox);
});

/** A position on the page outside the panel. */
const DECOY = { x: 120, y: 400 };

/** Moves the panel so that its button lies over the decoy. */
const pushUnder = async (page: Page, [x, y]: [number, number]) =>
  page.evaluate(
    ({ parts, translate }) => {
      parts.panel.style.translate = translate;
    },
    { parts: await partsOf(page), translate: `${DECOY.x - x}px ${DECOY.y - y}px` },
  );

test('a click does nothing in a panel that was moved under the pointer', async ({ extension, sandbox }) => {
  const page = await openReady(extension);
  const point = await pointOf(page, button(page, 'Opret i Dinero'));
  await page.mouse.move(DECOY.x, DECOY.y);
  await pushUnder(page, point);
  await drawn(page);
  await page.mouse.down();
  await page.mouse.up();
  await expect(text(page, REFUSED)).toBeVisible();
  expectNothingWritten(sandbox);

  await endAttack(page);
  await createAfterAll(page, sandbox);
});

test('a click does nothing in a panel that appears when the pointer is near', async ({
  extension,
  sandbox,
}) => {
  const page = await openReady(extension);
  const [x, y] = await pointOf(page, button(page, 'Opret i Dinero'));
  await page.mouse.move(DECOY.x, DECOY.y + 200);
  await page.evaluate(
    ({ parts, near, translate }) =>
      window.addEventListener('pointermove', ({ clientY }) => {
        if (clientY < near) parts.panel.style.translate = translate;
      }),
    {
      parts: await partsOf(page),
      near: DECOY.y + 10,
      translate: `${DECOY.x - x}px ${DECOY.y - y}px`,
    },
  );
  await page.mouse.move(DECOY.x, DECOY.y, { steps: 10 });
  await drawn(page);
  await page.mouse.click(DECOY.x, DECOY.y);
  await expect(text(page, REFUSED)).toBeVisible();
  expectNothingWritten(sandbox);
});

test('a key does nothing when the page has moved the focus into the panel', async ({
  extension,
  sandbox,
}) => {
  const page = await openReady(extension);
  await button(page, 'Opret i Dinero').focus();
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.setAttribute('aria-label', 'Søg');
    document.body.prepend(field);
  });
  const field = page.getByRole('textbox', { name: 'Søg' });
  await field.click();
  await page.evaluate(
    ({ iframe }) => window.addEventListener('keydown', () => iframe.focus(), true),
    await partsOf(page),
  );
  const keys = await inPanel(page)
    .locator('html')
    .evaluateHandle(() => {
      const seen: string[] = [];
      window.addEventListener('keyup', ({ key }) => seen.push(key), true);
      return seen;
    });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await expect.poll(() => keys.jsonValue()).toContain(' ');
  expectNothingWritten(sandbox);
  await createAfterAll(page, sandbox);
});

test('events made by a script press nothing in the panel', async ({ extension, sandbox }) => {
  const page = await openReady(extension);
  const point = await pointOf(page, button(page, 'Opret i Dinero'));
  await page.evaluate(
    ({ parts: { host, panel, iframe }, point: [clientX, clientY] }) => {
      for (const target of [iframe, panel, host, document.elementFromPoint(clientX, clientY)!]) {
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
          target.dispatchEvent(
            new MouseEvent(type, { clientX, clientY, bubbles: true, composed: true, detail: 1 }),
          );
        target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
      }
    },
    { parts: await partsOf(page), point },
  );
  await expect(heading(page, 'Bagergården ApS')).toBeVisible();
  await createAfterAll(page, sandbox);
});
