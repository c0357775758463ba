/** Tests of {@link dev.aidis.git.GitHistory} against the real git. */
@NullMarked
package dev.aidis.git;

import org.jspecify.annotations.NullMarked;
