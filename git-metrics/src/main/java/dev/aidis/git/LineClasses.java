package dev.aidis.git;

/** Numbers the different lines of two texts from 0 and counts how often each occurs in either. */
record LineClasses(Text oldText, Text newText) {

  /** One of the two texts. */
  static final class Text {
    private final int[] lines;
    private final int[] timesInOther;

    private Text(int[] lines, int[] timesInOther) {
      this.lines = lines;
      this.timesInOther = timesInOther;
    }

    int size() {
      return lines.length;
    }

    int classOf(int line) {
      return lines[line];
    }

    /** How often the other text has that line. */
    int timesInOther(int line) {
      return timesInOther[lines[line]];
    }
  }

  static LineClasses of(long[] before, long[] after) {
    Numbering numbering = new Numbering(before.length + after.length);
    int[] oldLines = numbering.number(before);
    int[] newLines = numbering.number(after);
    int[] timesInOld = numbering.times(oldLines);
    int[] timesInNew = numbering.times(newLines);
    return new LineClasses(new Text(oldLines, timesInNew), new Text(newLines, timesInOld));
  }

  /** A hash table with open addressing, as boxed keys would cost more than the diff itself. */
  private static final class Numbering {
    private final long[] keys;
    private final int[] numbers;
    private int size;

    Numbering(int lines) {
      int capacity = Integer.highestOneBit(Math.max(8, lines)) << 2;
      keys = new long[capacity];
      numbers = new int[capacity];
    }

    int[] number(long[] hashes) {
      int[] lines = new int[hashes.length];
      for (int i = 0; i < hashes.length; i++) {
        lines[i] = number(hashes[i]);
      }
      return lines;
    }

    private int number(long hash) {
      int mask = keys.length - 1;
      int slot = (int) (hash ^ (hash >>> 32)) & mask;
      while (numbers[slot] != 0 && keys[slot] != hash) {
        slot = (slot + 1) & mask;
      }
      if (numbers[slot] == 0) {
        keys[slot] = hash;
        numbers[slot] = ++size;
      }
      return numbers[slot] - 1;
    }

    int[] times(int[] lines) {
      int[] times = new int[size];
      for (int line : lines) {
        times[line]++;
      }
      return times;
    }
  }
}
