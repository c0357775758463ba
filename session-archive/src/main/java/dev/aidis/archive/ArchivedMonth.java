package dev.aidis.archive;

import java.time.Instant;
import java.time.YearMonth;

/**
 * A month whose activities are in a file.
 *
 * @param month in UTC
 * @param file its name in the archive directory
 * @param rows the number of activities in it
 * @param sha256 of the file, in hexadecimal
 */
public record ArchivedMonth(
    YearMonth month, String file, long rows, String sha256, Instant archivedAt) {}
