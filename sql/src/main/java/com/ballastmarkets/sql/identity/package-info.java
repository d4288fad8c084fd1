/**
 * Who is at the door: what a gateway needs to know of an API key, and how its secret is kept.
 *
 * <pre>
 *   request ──► gateway ── find(apiKey) ──► ApiKeyDirectory ── copy in memory
 *                                                │ refresh, by identity.revision
 *                                                ▼
 *                                            identity.api_key (secrets encrypted by MasterKey)
 * </pre>
 *
 * The directory goes on answering from its copy while the database is away: trading does not stop.
 * Keys are made and revoked by the back office.
 */
@NullMarked
package com.ballastmarkets.sql.identity;

import org.jspecify.annotations.NullMarked;
