@NullMarked
package dev.aidis.cli.intake;

import org.jspecify.annotations.NullMarked;
