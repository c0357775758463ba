package dev.aidis.cli.transcript;

import java.util.Set;
import java.util.TreeSet;

/** Counts what an import found, each fact once. */
final class Tally {
  final Set<String> sessions = new TreeSet<>();
  final Set<String> models = new TreeSet<>();
  long prompts;
  long mentions;
  long toolUses;
  long changes;
  long linesAdded;
  long linesRemoved;
  long answers;
  long inputTokens;
  long outputTokens;
  long cacheReadTokens;
  long cacheCreationTokens;

  void add(TokenUses.Use use) {
    answers++;
    inputTokens += use.input();
    outputTokens += use.output();
    cacheReadTokens += use.cacheRead();
    cacheCreationTokens += use.cacheCreation();
  }
}
