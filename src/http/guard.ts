/** Who may ask: the programs of this machine, and no page of another site in its browser. */

import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/** A request that is refused, with the status of the answer. The message is for the client’s user. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/**
 * Refuses what a page of another site could have sent.
 *
 * A name that somebody made to point here (DNS rebinding) is no address of ours: only numbers, localhost and
 * the name that the server was started with are.
 *
 * @throws Refusal
 */
export function admit({ headers }: IncomingMessage, ownHost: string): void {
  const host = hostnameOf(`http://${headers.host ?? ''}`)
  if (host === undefined || !isOwn(host, ownHost)) {
    throw new Refusal(421, 'this server is not known by the name in the Host header')
  }
  if (headers.origin !== undefined && !mayRead(headers.origin, ownHost)) {
    throw new Refusal(403, 'pages of other sites may not use this server')
  }
}

/** Pages of this machine, browser extensions and Obsidian: they may read the answers. */
const EXTENSION = /^(?:[a-z-]+-extension:\/\/[\w-]+|app:\/\/obsidian\.md)$/

/** Whether an origin may read the answers of this server. */
export function mayRead(origin: string, ownHost: string): boolean {
  if (EXTENSION.test(origin)) return true
  const host = /^https?:/.test(origin) ? hostnameOf(origin) : undefined
  return host !== undefined && (isLoopback(host) || host === ownHost)
}

function isOwn(host: string, ownHost: string): boolean {
  return isLoopback(host) || host === ownHost || isIP(host.replace(/^\[|\]$/g, '')) !== 0
}

/** Whether a host is this machine and no other can reach it. */
export function isLoopback(host: string): boolean {
  return (
    host === 'localhost' || /^127(?:\.\d+){3}$/.test(host) || host === '[::1]' || host === '::1'
  )
}

function hostnameOf(address: string): string | undefined {
  try {
    return new URL(address).hostname
  } catch {
    return undefined
  }
}
