/**
 * Engine against ledger against custody: three accounts of the same money, kept apart, compared.
 *
 * <pre>
 *   engine   what it says of each account's cash (trading.balance)
 *      ╪     ENGINE_LEDGER, account by account
 *   ledger   what the postings come to           ── LEDGER_DRIFT, TRIAL_BALANCE within itself
 *      ╪     LEDGER_CUSTODY; transfers that have left and are not booked yet are taken into account
 *   custody  what the custodian says it holds
 *
 *   ledger ╪ treasury   what is set aside for each withdrawal in flight: IN_FLIGHT
 * </pre>
 *
 * A run is kept with every break that it found; a break is explained later, never edited away.
 */
@NullMarked
package com.ballastmarkets.backoffice.reconciliation;

import org.jspecify.annotations.NullMarked;
