package luthier.adapters;

import luthier.contract.TuningContract;

class TuningContractTest extends TuningContract {}
