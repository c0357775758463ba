package dev.aidis.git;

import java.util.Arrays;

/**
 * Lines that git's diff sets aside before it searches, because matching them would tear changed
 * blocks apart: those that the other text does not have at all, and those that it has many times
 * (blank lines, lone braces) where they stand among lines that it does not have.
 */
final class ConfusingLines {
  /** A line is frequent from this many occurrences, however long the text. */
  private static final int FREQUENT_AT_MOST = 1024;

  /** How far around a frequent line is looked. */
  private static final int WINDOW = 100;

  /** A frequent line is set aside if absent lines around it outnumber frequent ones by that. */
  private static final int ABSENT_TO_FREQUENT = 4;

  private enum Kind {
    ABSENT,
    USEFUL,
    FREQUENT
  }

  private final Kind[] kinds;

  private ConfusingLines(Kind[] kinds) {
    this.kinds = kinds;
  }

  /** The lines between the first {@code prefix} and the last {@code suffix} that are searched. */
  static int[] without(LineClasses.Text text, int prefix, int suffix) {
    int end = text.size() - suffix;
    int frequent = Math.min(roughRoot(text.size()), FREQUENT_AT_MOST);
    Kind[] kinds = new Kind[end - prefix];
    for (int i = prefix; i < end; i++) {
      int times = text.timesInOther(i);
      kinds[i - prefix] =
          times == 0 ? Kind.ABSENT : times >= frequent ? Kind.FREQUENT : Kind.USEFUL;
    }
    ConfusingLines confusing = new ConfusingLines(kinds);
    int[] kept = new int[kinds.length];
    int size = 0;
    for (int i = 0; i < kinds.length; i++) {
      if (!confusing.isAt(i)) {
        kept[size++] = text.classOf(prefix + i);
      }
    }
    return Arrays.copyOf(kept, size);
  }

  private boolean isAt(int line) {
    return switch (kinds[line]) {
      case ABSENT -> true;
      case USEFUL -> false;
      case FREQUENT -> isAmongAbsentLines(line);
    };
  }

  private boolean isAmongAbsentLines(int line) {
    Neighbours above = neighbours(line, -1);
    Neighbours below = neighbours(line, 1);
    if (above.absent() == 0 || below.absent() == 0) {
      return false;
    }
    int absent = above.absent() + below.absent();
    // The line itself counts on both sides, as git has it.
    int frequent = above.frequent() + below.frequent() + 2;
    return frequent * ABSENT_TO_FREQUENT < frequent + absent;
  }

  /** The lines from the given one (exclusive) to the next useful one. */
  private Neighbours neighbours(int line, int step) {
    int absent = 0;
    int frequent = 0;
    for (int distance = 1; distance <= WINDOW; distance++) {
      int neighbour = line + step * distance;
      if (neighbour < 0 || neighbour >= kinds.length || kinds[neighbour] == Kind.USEFUL) {
        break;
      }
      if (kinds[neighbour] == Kind.ABSENT) {
        absent++;
      } else {
        frequent++;
      }
    }
    return new Neighbours(absent, frequent);
  }

  private record Neighbours(int absent, int frequent) {}

  /** A power of two near the square root. */
  static int roughRoot(int number) {
    int root = 1;
    for (int rest = number; rest > 0; rest >>= 2) {
      root <<= 1;
    }
    return root;
  }
}
