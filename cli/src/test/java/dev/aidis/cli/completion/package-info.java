@NullMarked
package dev.aidis.cli.completion;

import org.jspecify.annotations.NullMarked;
