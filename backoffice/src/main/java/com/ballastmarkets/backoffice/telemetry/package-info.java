/**
 * Telemetry in the database: raw files byte for byte with the venue time of their receipt, and the
 * observations read from them with their vintages. Nothing is ever overwritten.
 *
 * <p><b>What is synthetic.</b> {@link com.ballastmarkets.backoffice.telemetry.SyntheticFeed} hands
 * in figures that are made up, for the sandbox. They come from sources named {@code SYNTHETIC-…},
 * and the flag goes with them: raw file, contract, snapshot, settlement record, bundle.
 */
@NullMarked
package com.ballastmarkets.backoffice.telemetry;

import org.jspecify.annotations.NullMarked;
