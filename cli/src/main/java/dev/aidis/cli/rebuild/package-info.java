/** {@code aidis rebuild}: the database anew from the log. */
@org.jspecify.annotations.NullMarked
package dev.aidis.cli.rebuild;
