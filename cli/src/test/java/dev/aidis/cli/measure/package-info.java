@NullMarked
package dev.aidis.cli.measure;

import org.jspecify.annotations.NullMarked;
