package luthier.datasets;

import luthier.contract.DatasetFormatContract;

class DatasetFormatContractTest extends DatasetFormatContract {}
