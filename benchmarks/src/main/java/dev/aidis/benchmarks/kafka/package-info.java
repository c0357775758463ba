/** Clients of the brokers that the benchmarks start: what several of them write, read and await. */
@NullMarked
package dev.aidis.benchmarks.kafka;

import org.jspecify.annotations.NullMarked;
