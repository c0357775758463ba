@NullMarked
package dev.aidis.cli.wakatime;

import org.jspecify.annotations.NullMarked;
