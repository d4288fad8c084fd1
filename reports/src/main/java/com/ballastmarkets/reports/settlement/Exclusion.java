package com.ballastmarkets.reports.settlement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that was at hand and was left out.
 *
 * @param day that it spoke of; null if the whole file was left out
 * @param reason in words
 * @param rawSha256 of the file that it came in, 64 lower-case hex digits
 */
public record Exclusion(@Nullable LocalDate day, String source, String reason, String rawSha256) {}
