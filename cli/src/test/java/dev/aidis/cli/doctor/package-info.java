/** Tests of {@code dev.aidis.cli.doctor}. */
@NullMarked
package dev.aidis.cli.doctor;

import org.jspecify.annotations.NullMarked;
