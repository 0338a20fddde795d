import { describe, expect, it } from 'vitest';
import { type Chain, formatAfter, migrate, migrations } from './migrations.ts';

const chain: Chain = [
  { article: ({ name, ...rest }) => ({ ...rest, heading: name }), codebook: (body) => ({ ...body, tags: [] }) },
  { article: ({ heading, ...rest }) => ({ ...rest, title: heading }) },
];

describe('migrate', () => {
  it('takes every step from the document’s format on, in order', () => {
    expect(migrate(chain, { kind: 'article', format: 1 }, { name: 'Two navies', id: 'x' })).toEqual({ title: 'Two navies', id: 'x' });
    expect(migrate(chain, { kind: 'article', format: 2 }, { heading: 'Two navies' })).toEqual({ title: 'Two navies' });
  });

  it('changes nothing of the latest format, nor of a kind that no step names', () => {
    const body = { name: 'as it is' };
    expect(migrate(chain, { kind: 'article', format: 3 }, body)).toBe(body);
    expect(migrate(chain, { kind: 'settings', format: 1 }, body)).toBe(body);
    expect(migrate(chain, { kind: 'codebook', format: 2 }, body)).toBe(body);
  });

  it('keeps the keys that no step knows', () => {
    expect(migrate(chain, { kind: 'article', format: 1 }, { name: 'a', mood: { deep: 1 } })).toEqual({ title: 'a', mood: { deep: 1 } });
  });
});

describe('the present chain', () => {
  it('runs, and ends at the format that is written', () => {
    expect(formatAfter(migrations)).toBe(1);
    expect(formatAfter(chain)).toBe(3);
    expect(migrate(migrations, { kind: 'article', format: 1 }, { title: 'x' })).toEqual({ title: 'x' });
  });
});
