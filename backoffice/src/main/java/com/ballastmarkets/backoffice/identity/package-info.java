/**
 * Participants, accounts, staff and their API keys: made, changed and revoked here.
 *
 * <pre>
 *   Registry ──► identity.* (PostgreSQL) ──► ApiKeyDirectory of each gateway
 *       └──────► OpenAccount, SetLeverage ──► engine
 * </pre>
 *
 * An account exists in two places: its name and keys here, its money and orders in the engine. It
 * is written here first, and opened in the engine by a command that may be sent again.
 */
@NullMarked
package com.ballastmarkets.backoffice.identity;

import org.jspecify.annotations.NullMarked;
