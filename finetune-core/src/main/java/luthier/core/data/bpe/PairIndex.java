package luthier.core.data.bpe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The words being merged, with how often each pair of neighbours occurs and where; one merge touches only the words
/// that hold the pair.
final class PairIndex {
    private final List<int[]> words = new ArrayList<>();
    private final List<Long> wordCounts = new ArrayList<>();
    private final Map<Pair, Long> counts = new HashMap<>();
    private final Map<Pair, TreeSet<Integer>> places = new HashMap<>();

    /// Holds outdated entries too; `mostFrequent` drops them when they surface.
    private final PriorityQueue<Candidate> queue = new PriorityQueue<>();

    record Pair(int left, int right) {}

    private record Candidate(Pair pair, long count) implements Comparable<Candidate> {
        /// Most frequent first; ties go to the older tokens, so that training is deterministic.
        @Override
        public int compareTo(Candidate other) {
            int byCount = Long.compare(other.count, count);
            if (byCount != 0) {
                return byCount;
            }
            int byLeft = Integer.compare(pair.left, other.pair.left);
            return byLeft != 0 ? byLeft : Integer.compare(pair.right, other.pair.right);
        }
    }

    void add(int[] word, long count) {
        int place = words.size();
        words.add(word);
        wordCounts.add(count);
        for (int i = 0; i + 1 < word.length; i++) {
            Pair pair = new Pair(word[i], word[i + 1]);
            counts.merge(pair, count, Long::sum);
            places.computeIfAbsent(pair, key -> new TreeSet<>()).add(place);
        }
    }

    /// Call once after the last `add`.
    void freeze() {
        counts.forEach((pair, count) -> queue.add(new Candidate(pair, count)));
    }

    /// The pair to merge next; null when no pair occurs `minimum` times.
    @Nullable
    Pair mostFrequent(long minimum) {
        while (true) {
            Candidate candidate = queue.poll();
            if (candidate == null || candidate.count < minimum) {
                return null;
            }
            if (counts.getOrDefault(candidate.pair, 0L) == candidate.count) {
                return candidate.pair;
            }
        }
    }

    void merge(Pair pair, int merged) {
        TreeSet<Integer> holders = places.remove(pair);
        TreeSet<Integer> touched = holders == null ? new TreeSet<>() : holders;
        Map<Pair, Long> before = new HashMap<>();
        for (int place : touched) {
            int[] old = words.get(place);
            int[] joined = join(old, pair, merged);
            long count = wordCounts.get(place);
            words.set(place, joined);
            change(old, -count, before);
            change(joined, count, before);
            for (int i = 0; i + 1 < joined.length; i++) {
                places.computeIfAbsent(new Pair(joined[i], joined[i + 1]), key -> new TreeSet<>())
                        .add(place);
            }
        }
        before.forEach((changed, oldCount) -> {
            long now = counts.getOrDefault(changed, 0L);
            if (now != oldCount && now > 0) {
                queue.add(new Candidate(changed, now));
            }
        });
    }

    private void change(int[] word, long difference, Map<Pair, Long> before) {
        for (int i = 0; i + 1 < word.length; i++) {
            Pair pair = new Pair(word[i], word[i + 1]);
            before.putIfAbsent(pair, counts.getOrDefault(pair, 0L));
            counts.merge(pair, difference, Long::sum);
        }
    }

    private static int[] join(int[] word, Pair pair, int merged) {
        int[] joined = new int[word.length];
        int length = 0;
        for (int i = 0; i < word.length; i++) {
            boolean here = i + 1 < word.length && word[i] == pair.left && word[i + 1] == pair.right;
            joined[length++] = here ? merged : word[i];
            i += here ? 1 : 0;
        }
        return Arrays.copyOf(joined, length);
    }
}
