package dev.aidis.queries.patterns;

import java.math.BigDecimal;

/**
 * The sessions of one weekday, hour, tag and so on.
 *
 * @param name such as {@code Tuesday}, {@code morning}, {@code Tuesday morning}, {@code 14:00},
 *     {@code refactor}
 * @param sessions 1 or more
 * @param days on how many different days they began
 * @param averageScore their mean productivity score
 */
public record Cell(
    Dimension dimension, String name, long sessions, long days, BigDecimal averageScore) {}
