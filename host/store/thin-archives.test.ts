import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveName, archiveTime } from './archive-folder.ts';
import { archivesToDrop, type KeptArchive } from './thin-archives.ts';

const HOUR = 60 * 60 * 1_000;
const DAY = 24 * HOUR;
const start = Date.parse('2026-01-01T08:00:00.000Z');
const folder = '/home/a/Reading';

/** An archive is made at each of the times, and after each those are removed that are not needed. Answers what is left, and what was left after each. */
function keep(timesMs: readonly number[]): { readonly kept: readonly KeptArchive[]; readonly steps: readonly { readonly made: KeptArchive; readonly kept: readonly KeptArchive[] }[] } {
  let kept: readonly KeptArchive[] = [];
  const steps = timesMs.map((nowMs) => {
    let timeMs = nowMs;
    while (kept.some((archive) => archive.timeMs === timeMs)) timeMs += 1_000;
    const made = { name: archiveName(folder, timeMs), timeMs };
    kept = [...kept, made];
    const dropped = new Set(archivesToDrop(kept, { nowMs, made: made.name }));
    kept = kept.filter((archive) => !dropped.has(archive));
    return { made, kept };
  });
  return { kept, steps };
}

const day = ({ timeMs }: KeptArchive) => new Date(timeMs).toISOString().slice(0, 10);

describe('thinning archives', () => {
  it('keeps seven days and four weeks of sixty days of daily archives', () => {
    const { kept } = keep(Array.from({ length: 60 }, (_, index) => start + index * DAY));
    expect(kept.map(day)).toEqual(['2026-02-01', '2026-02-08', '2026-02-15', '2026-02-22', '2026-02-23', '2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27', '2026-02-28', '2026-03-01']);
  });

  it('keeps exactly eleven on every day after the first two months, whatever day it began on', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 23 }), (first, hour) => {
      const { steps } = keep(Array.from({ length: 75 }, (_, index) => start + (first + index) * DAY + hour * HOUR));
      for (const { kept } of steps.slice(45)) expect(kept).toHaveLength(11);
    }), { numRuns: 40 });
  });

  it('never drops the archive just made or the latest, and keeps no more than eleven beside those of the latest day, however the clock jumps', () => {
    const jump = fc.oneof(fc.integer({ min: HOUR, max: 3 * DAY }), fc.integer({ min: -40 * DAY, max: 40 * DAY }), fc.constantFrom(-20 * 365 * DAY, 20 * 365 * DAY));
    fc.assert(fc.property(fc.array(jump, { minLength: 1, maxLength: 90 }), (jumps) => {
      let nowMs = Date.parse('2050-01-01T00:00:00.000Z');
      const { steps } = keep(jumps.map((by) => (nowMs = Math.floor((nowMs + by) / 1_000) * 1_000)));
      for (const { made, kept } of steps) {
        expect(kept).toContain(made);
        expect(kept.filter((archive) => day(archive) !== day(made)).length).toBeLessThanOrEqual(11);
      }
    }));
  });

  it('comes back to seven days and four weeks after the clock was wrong for a while', () => {
    const wrong = Array.from({ length: 10 }, (_, index) => start + 9_000 * DAY + index * DAY);
    const right = Array.from({ length: 60 }, (_, index) => start + index * DAY);
    expect(keep([...wrong, ...right]).kept.map(day)).toEqual(keep(right).kept.map(day));
  });

  it('keeps all of the latest day, and of the day before the last', () => {
    const { kept } = keep([start, start + HOUR, start + DAY, start + DAY + HOUR, start + DAY + 2 * HOUR]);
    expect(kept.map(({ timeMs }) => timeMs - start)).toEqual([HOUR, DAY, DAY + HOUR, DAY + 2 * HOUR]);
  });

  it('drops nothing more when it is done again', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 200 * 24 }), { maxLength: 60 }), (hours) => {
      const archives = hours.map((hour) => ({ name: `${hour}`, timeMs: start + hour * HOUR }));
      const options = { nowMs: start + 201 * DAY, made: '' };
      const dropped = new Set(archivesToDrop(archives, options));
      expect(archivesToDrop(archives.filter((archive) => !dropped.has(archive)), options)).toEqual([]);
    }));
  });
});

describe('archiveTime', () => {
  it('is the time that a name was made of', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
      expect(archiveTime(folder, archiveName(folder, seconds * 1_000))).toBe(seconds * 1_000);
    }));
  });
  it.each(['Reading 20260101T080000Z.zip.part', 'Reading 20260231T080000Z.zip', 'Reading 20260101T080000.zip', 'Reading 2 20260101T080000Z.zip', 'reading 20260101T080000Z.zip', 'Reading holiday.zip', 'Reading 20260101T080000Z (1).zip'])('is none for “%s”, which this naming does not make', (name) => {
    expect(archiveTime(folder, name)).toBeNull();
  });
});
