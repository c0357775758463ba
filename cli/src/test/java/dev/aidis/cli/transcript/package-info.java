@NullMarked
package dev.aidis.cli.transcript;

import org.jspecify.annotations.NullMarked;
