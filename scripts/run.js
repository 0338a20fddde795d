import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { inProject, root, say, Stop } from './project.js';

const HEARTBEAT_MS = 30_000;
const GRACE_MS = 5_000;

/** The environment of every child: the project's own tools, its Node among them, come first on the PATH. */
export const childEnv = (extra = {}) => ({ ...process.env, PATH: `${inProject('node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`, ...extra });

// A child in its own group can be ended with all that it started.
const isGrouped = process.platform !== 'win32';
function end(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  if (isGrouped) process.kill(-child.pid, signal);
  else child.kill(signal);
}

/** Sends the signals that this process gets on to a child, until the returned function is called. */
function forwardSignals(send) {
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => [signal, () => send(signal)]);
  for (const [signal, handler] of handlers) process.on(signal, handler);
  return () => handlers.forEach(([signal, handler]) => process.off(signal, handler));
}

const outputs = { stdout: ['ignore', 'inherit', 'inherit'], stderr: ['ignore', 2, 2], nowhere: ['ignore', 'ignore', 'ignore'] };

/**
 * Runs a command to its end and answers its exit status. What it prints goes to stderr unless `output` says otherwise;
 * a line from time to time says what is waited for. It is ended when its bound passes or `signal` aborts.
 */
export function run(command, args, { label, limitMs, signal: aborted = null, env = {}, cwd = root, output = 'stderr', shell = false }) {
  return new Promise((resolve, reject) => {
    const started = Date.now();
    const seconds = () => Math.round((Date.now() - started) / 1000);
    const child = spawn(command, args, { cwd, shell, env: childEnv(env), detached: isGrouped, stdio: outputs[output] });
    const heartbeat = setInterval(() => say(`… ${label}: ${seconds()} s so far, at most ${limitMs / 1000} s`), HEARTBEAT_MS);
    const stop = () => {
      end(child, 'SIGTERM');
      setTimeout(() => end(child, 'SIGKILL'), GRACE_MS).unref();
    };
    const bound = setTimeout(() => {
      say(`${label} did not end within ${limitMs / 1000} s and is stopped.`);
      stop();
    }, limitMs);
    aborted?.addEventListener('abort', stop);
    const stopForwarding = forwardSignals((signal) => end(child, signal));
    const settle = (finish) => {
      clearInterval(heartbeat);
      clearTimeout(bound);
      stopForwarding();
      finish();
    };
    child.on('error', (error) => settle(() => reject(new Stop(`${label}: ${command} could not be started (${error.code ?? error.message}).`))));
    child.on('close', (status, signal) => settle(() => (signal === 'SIGINT' || signal === 'SIGHUP' ? reject(new Stop(`${label} was interrupted.`)) : resolve(status ?? 1))));
  });
}

/** Runs a command that a person talks to, with this process's own stdio, and answers how it ended. */
export function runAttached(command, args, env = {}) {
  const child = spawn(command, args, { env: childEnv(env), stdio: 'inherit' });
  // A terminal sends SIGINT to the child itself.
  const stopForwarding = forwardSignals((signal) => signal !== 'SIGINT' || !process.stdin.isTTY ? child.kill(signal) : false);
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Stop(`${command} could not be started (${error.code ?? error.message}).`)));
    child.on('exit', (status, signal) => {
      stopForwarding();
      resolve({ status, signal });
    });
  });
}

/** Ends this process as a child ended. */
export function endAs({ status, signal }) {
  if (signal) process.kill(process.pid, signal);
  process.exitCode = status ?? 1;
}
