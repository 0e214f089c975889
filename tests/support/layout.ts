import type { Page } from 'playwright-core';

/** As many as are told of a page: the first ones name what the rest follow from. */
const MOST_TOLD = 12;

/**
 * What is wrong with how a page is laid out: what hangs out of the window, the navigation or its card, what is
 * cut, controls that lie over each other, and a question mark that stands on a line of its own.
 *
 * @returns a line for each, empty where all is well.
 */
export async function layoutFaults(page: Page): Promise<string[]> {
  return await page.evaluate((most) => {
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.documentElement &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const named = (element: Element) =>
      `${element.tagName} "${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}"`;
    const all = (selector: string) => [...document.querySelectorAll(selector)];
    const wide = all('body *').filter((element) => {
      const { right, left, width } = element.getBoundingClientRect();
      const { position, visibility, clipPath } = getComputedStyle(element);
      if (width <= 1 || visibility === 'hidden' || clipPath !== 'none') return false;
      if (position === 'absolute' && right <= 0) return false;
      return (right > innerWidth + 1 || left < -1) && !scrolls(element);
    });
    const clipped = all('body *').filter((element) => {
      const { overflowX, clipPath, textOverflow } = getComputedStyle(element);
      return (
        overflowX === 'hidden' &&
        clipPath === 'none' &&
        textOverflow !== 'ellipsis' &&
        element.clientWidth > 1 &&
        element.scrollWidth > element.clientWidth + 1 &&
        element.textContent !== ''
      );
    });
    const out = all('.card *').filter((element) => {
      const card = element.closest('.card')?.getBoundingClientRect();
      const { right, width } = element.getBoundingClientRect();
      const { clipPath } = getComputedStyle(element);
      return width > 1 && clipPath === 'none' && card && right > card.right && !scrolls(element);
    });
    // The navigation may be scrolled down, and never sideways.
    const beside = all('nav').filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
    const alone = all('header .help').filter((help) => {
      const title = help.parentElement?.querySelector('h2')?.getBoundingClientRect();
      return title !== undefined && help.getBoundingClientRect().top >= title.bottom;
    });
    const controls = all('main :is(button, input, select, textarea)').filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      const { opacity, position } = getComputedStyle(element);
      return (
        element.checkVisibility() &&
        width > 4 &&
        height > 4 &&
        opacity !== '0' &&
        position === 'static'
      );
    });
    const over = controls.filter((element, at) => {
      const box = element.getBoundingClientRect();
      return controls.slice(at + 1).some((other) => {
        const its = other.getBoundingClientRect();
        const isApart =
          its.left >= box.right - 1 ||
          its.right <= box.left + 1 ||
          its.top >= box.bottom - 1 ||
          its.bottom <= box.top + 1;
        return !isApart && !element.contains(other) && !other.contains(element);
      });
    });
    const root = document.documentElement;
    return [
      ...(root.scrollWidth > innerWidth ? [`the page is ${root.scrollWidth} wide`] : []),
      ...wide.map((one) => `outside: ${named(one)}`),
      ...clipped.map((one) => `cut: ${named(one)}`),
      ...out.map((one) => `out of its card: ${named(one)}`),
      ...beside.map((one) => `scrolls sideways: ${named(one)}`),
      ...alone.map((one) => `on a line of its own: ${named(one)}`),
      ...over.map((one) => `over another: ${named(one)}`),
    ].slice(0, most);
  }, MOST_TOLD);
}
