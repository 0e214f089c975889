import type { Page } from 'playwright-core';

/** What has the focus: how it is called, and whether that can be seen. */
export interface Focus {
  /** Empty where nothing has it. */
  readonly name: string;
  /** Whether it, or what is drawn in its place, has an outline of two pixels at least. */
  readonly visible: boolean;
  /** Whether it lies in the window, not scrolled out of it. */
  readonly inView: boolean;
}

/** Reads what has the focus. */
export async function focusOf(page: Page): Promise<Focus> {
  return await page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) {
      return { name: '', visible: false, inView: false };
    }
    const label = document.querySelector(`label[for="${element.id}"]`);
    const name = element.getAttribute('aria-label') ?? label?.textContent ?? element.textContent;
    const { width, height } = element.getBoundingClientRect();
    // A switch is a hidden field, and what is drawn stands beside it.
    const isDrawn = width > 4 && height > 4 && getComputedStyle(element).opacity !== '0';
    const drawn = isDrawn ? element : (element.nextElementSibling ?? element);
    const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
    const box = drawn.getBoundingClientRect();
    return {
      name: (name || element.tagName).trim(),
      visible: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
  });
}
