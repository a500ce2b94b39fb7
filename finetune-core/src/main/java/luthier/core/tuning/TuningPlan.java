package luthier.core.tuning;

import java.util.List;

/// What a tuning trains and where the kernels find it.
///
/// @param trained the trained numbers, in the order in which they are held and saved
/// @param injections tensors made from them for the kernels, in the compute type, made again after each update
/// @param constants small tables the kernels need beside an injection
/// @param dropout probability on the input of the added branches, 0 = off
public record TuningPlan(List<Trained> trained, List<Injection> injections, List<Constant> constants, double dropout) {
    public TuningPlan {
        trained = List.copyOf(trained);
        injections = List.copyOf(injections);
        constants = List.copyOf(constants);
    }

    /// Trained numbers in all.
    public long parameters() {
        return trained.stream().mapToLong(Trained::elements).sum();
    }

    /// One trained matrix or vector, held in fp32 (or in the base's type, where the optimiser wants it so).
    ///
    /// @param name unique; the name under which it is checkpointed, such as
    ///     `model.layers.0.self_attn.q_proj.lora_A.weight`, or the checkpoint tensor's own name
    /// @param stage index of the stage it belongs to
    /// @param target key under which the stage's backward adds its gradient, such as `qkv.a.0` or `qkv.w`
    /// @param columns 0 for a vector
    /// @param decay whether weight decay applies
    public record Trained(
            String name, int stage, String target, long rows, long columns, Initial initial, boolean decay) {
        public long elements() {
            return rows * Math.max(1, columns);
        }

        public long[] shape() {
            return columns == 0 ? new long[] {rows} : new long[] {rows, columns};
        }
    }

    /// Where a trained tensor's first values come from.
    public sealed interface Initial {
        /// The base's own slot of the same key in the same stage; the kernels then see the trained values in
        /// its place.
        record Base() implements Initial {}

        record Zero() implements Initial {}

        /// Uniform in ±bound, by (run seed, name).
        record Uniform(double bound) implements Initial {}

        /// Normal with mean 0, by (run seed, name).
        record Normal(double deviation) implements Initial {}
    }

    /// A tensor that kernels read, put together from trained ones.
    ///
    /// @param key such as `qkv.a`
    public record Injection(int stage, String key, long rows, long columns, List<Piece> pieces) {
        public Injection {
            pieces = List.copyOf(pieces);
        }
    }

    /// `scale` times a trained tensor, its corner at (row, column); what no piece covers is zero.
    ///
    /// @param trained name of the trained tensor
    public record Piece(String trained, long row, long column, double scale) {}

    /// A small table for a stage's kernels.
    ///
    /// @param rows whole numbers as int64 [rows, columns], or decimals as fp64 [n] in one row
    public record Constant(int stage, String key, boolean decimal, List<List<Double>> rows) {
        public Constant {
            rows = List.copyOf(rows);
        }
    }
}
