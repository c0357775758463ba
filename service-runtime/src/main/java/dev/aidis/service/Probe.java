package dev.aidis.service;

import java.util.function.BooleanSupplier;

/**
 * Something that must work for a service to be ready.
 *
 * @param name as whoever asks reads it, such as {@code postgres}
 * @param works asked for each request, so it must answer within a second or two
 */
public record Probe(String name, BooleanSupplier works) {}
