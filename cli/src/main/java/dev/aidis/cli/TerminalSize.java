package dev.aidis.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;

/** Asks the terminal for its size: shells know it, but do not tell the programs they start. */
final class TerminalSize {
  private TerminalSize() {}

  /** The columns of the terminal that this process belongs to. */
  static int columns(int unknown) {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (Scanner size = new Scanner(stty.getInputStream(), StandardCharsets.US_ASCII)) {
        boolean told = size.hasNextInt() && size.nextInt() >= 0 && size.hasNextInt();
        int columns = told ? size.nextInt() : 0;
        return columns > 0 ? columns : unknown;
      }
    } catch (IOException noTerminalOrNoProgram) {
      return unknown;
    }
  }
}
