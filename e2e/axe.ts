import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page as it is: rule, and where. */
export async function violations(page: Page): Promise<readonly string[]> {
  // Legacy mode opens no page of its own, which Electron does not allow.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(tags).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`));
}
