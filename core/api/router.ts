import { z } from 'zod';
import { fail, type Result } from '../base/result.ts';
import type { Call, ClientOf } from './contract.ts';

/** Answers a call by its path. It never throws; what it can't explain is logged and answered as `internal`. */
export type Router = { readonly paths: readonly string[]; dispatch(path: string, input: unknown): Promise<Result<unknown>> };

type Shape = Readonly<Record<string, Readonly<Record<string, Call<unknown, unknown>>>>>;
type Route = { readonly parse: (raw: unknown) => unknown; readonly handle: (input: unknown) => Promise<Result<unknown>> };

function routesOf(contract: Shape, handlers: Readonly<Record<string, Readonly<Record<string, unknown>>>>): ReadonlyMap<string, Route> {
  const routes = Object.entries(contract).flatMap(([group, calls]) =>
    Object.entries(calls).map(([name, { parse }]): [string, Route] => [`${group}.${name}`, { parse, handle: handlers[group]?.[name] as Route['handle'] }]),
  );
  return new Map(routes);
}

/** Says where an input is wrong, from zod's first issue. */
function describeIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.') || 'input'}: ${issue.message}` : 'input';
}

/** Looks the path up, parses the input, runs the handler. `log` receives what was not expected. */
export function makeRouter<C extends Shape>(contract: C, handlers: ClientOf<C>, log: (error: unknown) => void): Router {
  const routes = routesOf(contract, handlers as Parameters<typeof routesOf>[1]);
  return {
    paths: [...routes.keys()],
    async dispatch(path, input) {
      const route = routes.get(path);
      if (!route) return fail({ code: 'call-unknown', path: String(path).slice(0, 100) });
      try {
        return await route.handle(route.parse(input));
      } catch (error) {
        if (error instanceof z.ZodError) return fail({ code: 'input-invalid', path, issue: describeIssue(error) });
        log(error);
        return fail({ code: 'internal' });
      }
    },
  };
}

/** Two routers as one: the first that knows the path answers. */
export function joinRouters(first: Router, second: Router): Router {
  const own = new Set(first.paths);
  return { paths: [...first.paths, ...second.paths], dispatch: (path, input) => (own.has(path) ? first : second).dispatch(path, input) };
}
