package dev.aidis.queries.stats;

/**
 * What was written in a language.
 *
 * @param name the language, else the ending of the files' names; {@code none} where there is none
 * @param files different ones
 */
public record LanguageTotals(String name, long files, long linesAdded, long linesRemoved) {}
