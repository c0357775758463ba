package dev.aidis.queries.comparison;

import dev.aidis.queries.SessionView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says in sentences why one session scores higher than another: first by how much, then each
 * component of the score that differs, the greatest difference first, with what it was computed
 * from. The differences of the components add up to that of the scores.
 */
final class Explanation {
  private final SessionView ahead;
  private final SessionView behind;
  private final List<ScorePart> parts;

  private Explanation(SessionView ahead, SessionView behind) {
    this.ahead = ahead;
    this.behind = behind;
    this.parts = Measures.score(behind, ahead);
  }

  /** What was merged is said before anything else, and a session is not explained by itself. */
  static List<String> of(Side first, Side second) {
    List<String> sentences = new ArrayList<>();
    Stream.of(first, second).flatMap(Explanation::merged).forEach(sentences::add);
    SessionView one = first.session();
    SessionView two = second.session();
    if (one.id().equals(two.id())) {
      sentences.add(
          "This is session %d compared with itself, so nothing differs.".formatted(one.number()));
      return sentences;
    }
    int order = one.score().total().compareTo(two.score().total());
    Explanation explanation = order > 0 ? new Explanation(one, two) : new Explanation(two, one);
    explanation.tell(sentences, order == 0);
    return sentences;
  }

  private static Stream<String> merged(Side side) {
    return Stream.ofNullable(side.mergedName())
        .map(
            name ->
                "Session %s was merged into session %d, which is compared in its place."
                    .formatted(name, side.session().number()));
  }

  private void tell(List<String> sentences, boolean equal) {
    sentences.add(equal ? sameScore() : scores());
    parts.stream()
        .filter(part -> part.difference().signum() != 0)
        .sorted(Comparator.comparing((ScorePart part) -> part.difference().abs()).reversed())
        .map(this::sentence)
        .forEach(sentences::add);
  }

  private String sameScore() {
    String score = points(ahead.score().total());
    return parts.stream().allMatch(part -> part.difference().signum() == 0)
        ? "Both sessions score %s, with the same points in each component.".formatted(score)
        : "Both sessions score %s, by different ways.".formatted(score);
  }

  private String scores() {
    BigDecimal one = ahead.score().total();
    BigDecimal other = behind.score().total();
    return "Session %d scores %s, %s more than session %d with %s."
        .formatted(
            ahead.number(),
            points(one),
            points(one.subtract(other)),
            behind.number(),
            points(other));
  }

  private String sentence(ScorePart part) {
    boolean forAhead = part.difference().signum() > 0;
    SessionView better = forAhead ? ahead : behind;
    SessionView worse = forAhead ? behind : ahead;
    var more = forAhead ? part.second() : part.first();
    var less = forAhead ? part.first() : part.second();
    return "%s: session %d gets %s of %d points for %s, session %d gets %s for %s (%s more)."
        .formatted(
            Facts.title(part.name()),
            better.number(),
            points(more.points()),
            more.most(),
            Facts.of(part.name(), better),
            worse.number(),
            points(less.points()),
            Facts.of(part.name(), worse),
            points(part.difference().abs()));
  }

  private static String points(BigDecimal points) {
    return points.stripTrailingZeros().toPlainString();
  }
}
